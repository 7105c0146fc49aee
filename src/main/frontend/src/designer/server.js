// What is asked of the server. A refusal is an error that carries what the server said.

export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `${status}`);
    this.status = status;
    this.problem = problem ?? {};
  }
}

const csrf = () => {
  const meta = document.querySelector('meta[name=csrf]');
  return meta ? { [meta.dataset.header]: meta.content } : {};
};

async function ask(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { ...options.headers, ...(options.method ? csrf() : {}) } });
  if (!answer.ok) {
    const body = await answer.text();
    let problem;
    try { problem = JSON.parse(body); } catch { problem = undefined; }
    throw new Refused(answer.status, problem);
  }
  return answer;
}

export async function loadModel(address) {
  const answer = await ask(address, { headers: { Accept: 'application/xml' } });
  return { xml: await answer.text(), version: answer.headers.get('ETag') };
}

export async function saveModel(address, xml, version) {
  const answer = await ask(address, { method: 'PUT', body: xml, headers: { 'Content-Type': 'application/xml', ...(version ? { 'If-Match': version } : {}) } });
  return answer.headers.get('ETag');
}

export const loadCatalogue = async address => (await ask(address, { headers: { Accept: 'application/json' } })).json();

export const validate = async (address, xml) => (await (await ask(address, { method: 'POST', body: xml, headers: { 'Content-Type': 'application/xml', Accept: 'application/json' } })).json()).problems ?? [];

/** Keeps others from saving for a while; a refusal says who works on it. */
export const lock = address => ask(address, { method: 'POST' });

/** Also while the page goes away. */
export const unlock = address => fetch(address, { method: 'DELETE', headers: csrf(), keepalive: true });
