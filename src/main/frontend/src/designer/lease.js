// While somebody draws, nobody else saves: the lock is taken when the page opens, renewed while there are changes, and given
// back when the page goes.
import { Refused, lock, unlock } from './server.js';

const RENEW = 5 * 60_000;

export class Lease {
  constructor(address) {
    this.address = address;
    this.held = false;
    this.at = 0;
    if (address) addEventListener('pagehide', () => { if (this.held) unlock(this.address); });
  }

  /** @returns why not, or undefined where it is held */
  async take() {
    if (!this.address) return undefined;
    this.at = Date.now();
    try {
      await lock(this.address);
      this.held = true;
      return undefined;
    } catch (problem) {
      this.held = false;
      if (problem instanceof Refused) return problem.message;
      throw problem;
    }
  }

  /** After a change. The first one renews it at once: a page that was reloaded gave it back a moment after it was taken. */
  changed() {
    if (!this.held || (this.renewed && Date.now() - this.at < RENEW)) return;
    this.renewed = true;
    this.take().catch(() => { /* saving says what is wrong */ });
  }
}
