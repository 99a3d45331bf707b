// @ts-check
import { openHome } from './home.mjs';
import { chooseWay, lacking } from './servers/start-server.mjs';
import { servers } from './servers/start-servers.mjs';
import { missing, tools } from './servers/tools.mjs';
import { browser, BROWSER_HINT } from './checks/browser.mjs';

/** Says what this machine can run and what it lacks; fails when `npm start` would. */
const home = openHome();
const node = tools.node.found();
let healthy = node !== undefined;

console.log(node ? `ok       Node ${node}` : `missing  ${missing(tools.node)}`);
for (const server of servers) {
  const usable = server.ways.some((way) => way.lacks(home).length === 0);
  if (process.env[server.variable]) {
    console.log(`ok       ${server.title}: ${server.variable} names one`);
  } else if (await server.answers({ host: '127.0.0.1', port: server.port })) {
    console.log(`ok       ${server.title}: one answers on port ${server.port}`);
  } else if (usable) {
    console.log(`ok       ${server.title}: will run from ${home.data}/${chooseWay(server, home).data}`);
  } else {
    healthy = false;
    for (const line of lacking(server, home).split('\n')) console.log(`missing  ${server.title}: ${line}`);
  }
}
console.log(browser() ? `ok       browser for tests: ${browser()}` : `optional ${BROWSER_HINT}`);
console.log(
  healthy ? '\nEverything npm start needs is here.' : '\nInstall what is missing and run npm run infra:doctor again.',
);
process.exitCode = healthy ? 0 : 1;
