/** The data of each server-sent event, as a browser's EventSource would hand it out; comments and retries are passed over. */
export async function* sentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data !== undefined) yield data;
    }
  }
}
