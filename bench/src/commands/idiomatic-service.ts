import { LogVisit } from '@qucheng/contracts';
import express from 'express';
import { Kafka, logLevel } from 'kafkajs';
import mongoose, { Schema } from 'mongoose';
import { ulid } from 'ulid';

/**
 * The peer: the same work as most would write it. Stock express, a mongoose model saved in a transaction together
 * with an outbox document, and an outbox that is polled.
 */
const POLL_MS = 200;

const Firm = mongoose.model('Firm', new Schema({ _id: String, streetId: String }));
const Visit = mongoose.model(
  'Visit',
  new Schema(
    {
      _id: String,
      enterpriseId: { type: String, required: true, index: true },
      streetId: { type: String, required: true },
      on: { type: String, required: true },
      kind: { type: String, enum: ['visit', 'call'], required: true },
      metWith: { post: String },
      headcounts: { staff: Number, le35: Number, le28: Number, members: Number, partyMembers: Number },
      needs: [String],
      attitude: { type: String, enum: ['supports', 'open', 'hesitant', 'declines'] },
      idempotencyKey: { type: String, unique: true },
    },
    { timestamps: true },
  ),
);
const Outbox = mongoose.model(
  'Outbox',
  new Schema(
    { _id: String, key: String, payload: Schema.Types.Mixed, published: { type: Boolean, index: true } },
    { timestamps: true },
  ),
);

const { MONGO_URL = '', MONGO_DB = '', KAFKA_BROKERS = '', KAFKA_PREFIX = '' } = process.env;
await mongoose.connect(MONGO_URL, { dbName: MONGO_DB });
await Promise.all([Visit.init(), Outbox.init(), Firm.init()]);
const kafka = new Kafka({ brokers: KAFKA_BROKERS.split(','), logLevel: logLevel.ERROR });
const producer = kafka.producer();
const topic = `${KAFKA_PREFIX}qucheng.visit.v1`;
const admin = kafka.admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic, numPartitions: 6 }] });
await admin.disconnect();
await producer.connect();

const app = express();
app.use(express.json());
app.post('/enterprises/:enterpriseId/visits', async (req, res) => {
  const parsed = LogVisit.safeParse(req.body);
  if (!parsed.success) {
    res.status(422).json({ issues: parsed.error.issues });
    return;
  }
  const { enterpriseId } = req.params;
  const _id = ulid();
  await mongoose.connection.transaction(async (session) => {
    await Firm.exists({ _id: enterpriseId }).session(session);
    const visit = new Visit({
      ...parsed.data,
      _id,
      enterpriseId,
      streetId: 'street',
      idempotencyKey: req.get('idempotency-key'),
    });
    await visit.save({ session });
    await new Outbox({
      _id: ulid(),
      key: enterpriseId,
      payload: { type: 'VisitLogged', data: visit.toObject() },
      published: false,
    }).save({ session });
  });
  res.status(201).json({ id: _id });
});

const publish = async (): Promise<void> => {
  const waiting = await Outbox.find({ published: false }).sort({ createdAt: 1 }).limit(500).lean();
  if (waiting.length > 0) {
    await producer.send({
      topic,
      messages: waiting.map(({ key, payload }) => ({ key: key ?? '', value: JSON.stringify(payload) })),
    });
    await Outbox.updateMany({ _id: { $in: waiting.map(({ _id }) => _id) } }, { published: true });
  }
  setTimeout(() => void publish(), POLL_MS);
};
await publish();

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  process.stdout.write(`${JSON.stringify({ msg: 'ready', url: `http://127.0.0.1:${String(port)}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
