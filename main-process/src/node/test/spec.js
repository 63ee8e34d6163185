'use strict';

const { Transform } = require('node/stream');
const process = require('node/process');
const { kinds } = require('./failure');
const { MARKS, palette, outcomeText } = require('./marks');

const indentOf = (nesting) => '  '.repeat(nesting);
const isSubtestsFailure = ({ details }) => details.error?.failureType === kinds.subtests;

/** A tree of marks and names, and at the end once more what failed. */
class SpecReporter extends Transform {
  // Starts that nothing has been written of yet, outermost last.
  #started = [];
  #failed = [];

  constructor() {
    super({ __proto__: null, writableObjectMode: true });
  }

  /** The headlines of the suites and tests that what comes next is in. */
  #headlines() {
    // The first is what is being reported itself; the others have it below them.
    const [, ...above] = this.#started;
    const text = above.reverse().filter((data) => !data.headed).map((data) => {
      data.headed = true;
      return `${indentOf(data.nesting)}${MARKS['arrow:right']}${data.name}\n`;
    }).join('');
    this.#started.shift();
    return text;
  }

  #outcome(type, data) {
    const text = this.#headlines();
    if (type === 'test:fail' && !isSubtestsFailure(data)) this.#failed.push(data);
    return `${text}${outcomeText(type, data, indentOf(data.nesting), !isSubtestsFailure(data))}`;
  }

  #event({ type, data }) {
    switch (type) {
      case 'test:start':
        // Those above stay; a sibling that is over was taken away.
        this.#started.unshift({ __proto__: null, nesting: data.nesting, name: data.name, headed: false });
        return '';
      case 'test:pass':
      case 'test:fail':
        return this.#outcome(type, data);
      case 'test:stderr':
      case 'test:stdout':
        return data.message;
      case 'test:diagnostic': {
        const { blue, white } = palette();
        return `${blue}${indentOf(data.nesting)}${MARKS[type]}${data.message}${white}\n`;
      }
      default:
        return '';
    }
  }

  _transform(event, encoding, callback) {
    callback(null, this.#event(event));
  }

  _flush(callback) {
    if (this.#failed.length === 0) {
      callback(null, '');
      return;
    }
    const { red, white } = palette();
    const { relative } = require('node/path');
    let text = `\n${red}${MARKS['test:fail']}failing tests:${white}\n`;
    for (const data of this.#failed) {
      const place = data.file ? `test at ${relative(process.cwd(), data.file)}:${data.line}:${data.column}\n` : '';
      text += `\n${place}${outcomeText('test:fail', data, '', true)}`;
    }
    callback(null, text);
  }
}

module.exports = { SpecReporter };
