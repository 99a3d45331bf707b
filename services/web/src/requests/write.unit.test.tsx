import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { useWrite, type Write } from './write.ts';

/** The hook of a form that is not drawn again, as between two presses of Enter. */
function writeOf(): Write<object> {
  let write: Write<object> | undefined;
  const Form = () => {
    write = useWrite<object>(
      () => '/enterprises',
      () => undefined,
    );
    return null;
  };
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Form />
    </QueryClientProvider>,
  );
  if (write === undefined) throw new Error('The form was not drawn');
  return write;
}

describe('a write of a form', () => {
  const fetched = jest.spyOn(globalThis, 'fetch');
  const refusal = () => Promise.resolve(new Response('{"code":"code-taken","title":"已登记"}', { status: 409 }));
  afterAll(() => {
    fetched.mockRestore();
  });

  it('is sent once when Enter is pressed twice, and again after it was refused', async () => {
    fetched.mockImplementation(refusal);
    const write = writeOf();
    write.send({ name: '润泽' });
    write.send({ name: '润泽' });
    await new Promise(setImmediate);
    expect(fetched).toHaveBeenCalledTimes(1);
    write.send({ name: '润泽茶业' });
    await new Promise(setImmediate);
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});
