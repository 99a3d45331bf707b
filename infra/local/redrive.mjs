// @ts-check
import { openHome } from './home.mjs';
import { giveUp } from './run-supervised.mjs';
import { json } from './street/requests.mjs';
import { readSecrets } from './street/secrets.mjs';
import { addressOf, serviceNames } from './street/services.mjs';

/** Puts dead letters of the running services through their handlers again: npm run redrive -- [service …]. */
async function redrive() {
  const headers = { 'x-internal-key': readSecrets(openHome()).INTERNAL_KEY };
  const asked = process.argv.slice(2);
  const listening = serviceNames.filter((name) => name !== 'gateway' && name !== 'street-office');
  for (const name of listening.filter((each) => asked.length === 0 || asked.includes(each))) {
    const topics = await json(fetch(`${addressOf(name)}/internal/redrive`, { method: 'POST', headers }));
    for (const [topic, { redriven, remaining }] of Object.entries(topics)) {
      if (redriven + remaining > 0) console.log(`${name}  ${topic}: ${redriven} went through, ${remaining} stay`);
    }
  }
  console.log('done');
}

await redrive().catch(giveUp);
