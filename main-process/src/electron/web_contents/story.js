'use strict';

const ABORTED = -3;
const OF_A_LOAD = new Set([
  'didStartLoading', 'didStopLoading', 'didStartNavigation', 'didRedirectNavigation', 'didNavigate', 'domReady', 'didFinishLoad',
  'didFailLoad',
]);

/**
 * Which events are worth telling. A load that the application asks for ends the story of the one before, but what that one
 * had to say may be on its way already, and how it was broken off comes after the new one has begun.
 */
class Story {
  #asked = 0;
  #begun = 0;
  #running = true;

  asked() {
    this.#asked += 1;
  }

  #begin() {
    this.#begun += 1;
    this.#running = false;
    return false;
  }

  tells(name, { code } = {}) {
    if (name === 'loadBegun') return this.#begin();
    if (!OF_A_LOAD.has(name)) return true;
    if (this.#begun < this.#asked) return false;
    // A load that cannot even start fails at once.
    if (name === 'didStartLoading' || (name === 'didFailLoad' && code !== ABORTED)) this.#running = true;
    return this.#running;
  }
}

module.exports = { Story };
