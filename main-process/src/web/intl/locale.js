'use strict';

const { canonicalTag, splitExtension, getOption, getBoolean, incompatible, localeTags, KEYWORD } = require('./options');

const OWNER = 'Intl.Locale';
const KEYS = {
  calendar: 'ca', caseFirst: 'kf', collation: 'co', hourCycle: 'hc', numeric: 'kn', numberingSystem: 'nu', firstDayOfWeek: 'fw',
};
const ALLOWED = { hc: ['h11', 'h12', 'h23', 'h24'], kf: ['upper', 'lower', 'false'] };
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr', 'Yezi']);
const SUNDAY = new Set('US CA MX BR JP KR IN IL ZA TW HK PH TH ID PE CO VE GT PA PR DO HN NI SV PK BD KE ET'.split(' '));
const SATURDAY = new Set('AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' '));

function pieces(base) {
  const [language, ...rest] = base.split('-');
  const script = rest[0]?.length === 4 && /^[A-Z]/.test(rest[0]) ? rest.shift() : undefined;
  const region = rest[0] && /^([A-Z]{2}|\d{3})$/.test(rest[0]) ? rest.shift() : undefined;
  return { language, script, region, variants: rest };
}

function checked(options, name, pattern, allowed) {
  const value = getOption(options, name, OWNER, allowed);
  if (value !== undefined && pattern && !pattern.test(value)) throw new RangeError('Incorrect locale information provided');
  return value;
}

function withOptions(tag, options) {
  const language = checked(options, 'language', /^([A-Za-z]{2,3}|[A-Za-z]{5,8})$/);
  const script = checked(options, 'script', /^[A-Za-z]{4}$/);
  const region = checked(options, 'region', /^([A-Za-z]{2}|\d{3})$/);
  const { base, keywords } = splitExtension(tag);
  const own = pieces(base);
  const head = [language ?? own.language, script ?? own.script, region ?? own.region, ...own.variants].filter(Boolean).join('-');
  for (const [name, key] of Object.entries(KEYS)) {
    if (name === 'numeric') {
      const numeric = getBoolean(options, name);
      if (numeric !== undefined) keywords.kn = numeric ? '' : 'false';
    } else {
      const value = checked(options, name, ALLOWED[key] ? undefined : KEYWORD, ALLOWED[key]);
      if (value !== undefined) keywords[key] = value;
    }
  }
  const extension = Object.keys(keywords).sort().map((key) => (keywords[key] ? `${key}-${keywords[key]}` : key));
  const others = tag.slice(base.length).replace(/-u(-[a-z0-9]{2,8})+/, '');
  return canonicalTag(`${head}${extension.length ? `-u-${extension.join('-')}` : ''}${others}`);
}

class Locale {
  #tag;
  #parts;
  constructor(tag, options) {
    if (typeof tag !== 'string' && (typeof tag !== 'object' || tag === null)) {
      throw new TypeError("First argument to Intl.Locale constructor can't be empty or missing");
    }
    const canonical = localeTags.get(tag) ?? canonicalTag(String(tag));
    if (options === null) throw new TypeError('Cannot convert undefined or null to object');
    this.#tag = options === undefined ? canonical : withOptions(canonical, Object(options));
    const { base, keywords } = splitExtension(this.#tag);
    this.#parts = { base, keywords, ...pieces(base) };
    localeTags.set(this, this.#tag);
  }
  static #of(locale, method) {
    if (typeof locale !== 'object' || locale === null || !(#tag in locale)) throw incompatible(`${OWNER}.prototype.${method}`, locale);
    return locale.#parts;
  }
  toString() {
    Locale.#of(this, 'toString');
    return this.#tag;
  }
  maximize() {
    Locale.#of(this, 'maximize');
    return new Locale(native.maximize(this.#tag));
  }
  minimize() {
    Locale.#of(this, 'minimize');
    return new Locale(native.minimize(this.#tag));
  }
  get language() { return Locale.#of(this, 'language').language; }
  get script() { return Locale.#of(this, 'script').script; }
  get region() { return Locale.#of(this, 'region').region; }
  get baseName() { return Locale.#of(this, 'baseName').base; }
  get calendar() { return Locale.#of(this, 'calendar').keywords.ca; }
  get caseFirst() { return Locale.#of(this, 'caseFirst').keywords.kf; }
  get collation() { return Locale.#of(this, 'collation').keywords.co; }
  get hourCycle() { return Locale.#of(this, 'hourCycle').keywords.hc; }
  get numberingSystem() { return Locale.#of(this, 'numberingSystem').keywords.nu; }
  get numeric() {
    const { kn } = Locale.#of(this, 'numeric').keywords;
    return kn === '' || kn === 'true';
  }
  get calendars() { return [Locale.#of(this, 'calendars').keywords.ca ?? 'gregory']; }
  get collations() {
    const { co } = Locale.#of(this, 'collations').keywords;
    return co ? [co] : ['emoji', 'eor'];
  }
  get hourCycles() {
    const { keywords } = Locale.#of(this, 'hourCycles');
    return [keywords.hc ?? (this.language === 'en' && this.region !== 'GB' ? 'h12' : 'h23')];
  }
  get numberingSystems() { return [Locale.#of(this, 'numberingSystems').keywords.nu ?? 'latn']; }
  get textInfo() {
    Locale.#of(this, 'textInfo');
    const { script } = pieces(splitExtension(native.maximize(this.#tag)).base);
    return { direction: RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr' };
  }
  get weekInfo() {
    Locale.#of(this, 'weekInfo');
    const { region } = pieces(splitExtension(native.maximize(this.#tag)).base);
    const firstDay = SUNDAY.has(region) ? 7 : SATURDAY.has(region) ? 6 : 1;
    return { firstDay, weekend: [6, 7], minimalDays: 1 };
  }
  getCalendars() { return this.calendars; }
  getCollations() { return this.collations; }
  getHourCycles() { return this.hourCycles; }
  getNumberingSystems() { return this.numberingSystems; }
  getTextInfo() { return this.textInfo; }
  getWeekInfo() { return this.weekInfo; }
}
Object.defineProperty(Locale.prototype, Symbol.toStringTag, { value: OWNER, configurable: true });

module.exports = { Locale };
