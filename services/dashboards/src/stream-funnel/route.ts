import { communitiesOf, problem, queryOf, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import type { Viewers } from './viewers.ts';

/** Bytes a reader may be behind before the connection is given up. */
const BEHIND_LIMIT = 256 * 1024;

const PACE_MS = 100;
/** A slow phone may ask for fewer frames, a measurement for more. */
const StreamQuery = z.strictObject({ paceMs: z.coerce.number().int().min(5).max(10_000).optional() });

/** Server-sent events: every frame holds all figures, so a reader who comes back after a break needs nothing of what was missed. */
export const streamFunnel = (router: Router, { viewers }: { viewers: Viewers }) =>
  router.get('/dashboards/stream', requires('dashboard.read'), (req, res) => {
    const { streetId } = scopeOf(req);
    const { paceMs = PACE_MS } = queryOf(req, StreamQuery);
    if (viewers.full()) throw problem(503, 'too-many-viewers', { retryAfter: 5 });
    req.socket.setNoDelay(true);
    req.socket.setTimeout(0);
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const stream = {
      write: (frame: string) => {
        res.write(frame);
        return res.writableLength < BEHIND_LIMIT;
      },
      // Who is far behind may never read what is left: a polite end would wait for that.
      end: () => (res.writableLength < BEHIND_LIMIT ? res.end() : res.destroy()),
    };
    res.on('close', viewers.add(stream, { streetId, communityIds: communitiesOf(req), paceMs }));
  });
