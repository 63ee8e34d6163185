'use strict';
// The page's half of drag regions: what scripts say of `app-region` without a style sheet's text.
{
  const { CustomEvent, String } = window;
  const { apply, defineProperty } = Reflect;
  const dispatch = document.dispatchEvent.bind(document);
  const setProperty = CSSStyleDeclaration.prototype.setProperty;
  const PROPERTY = '--kaon-app-region';

  for (const name of ['webkitAppRegion', 'WebkitAppRegion', 'appRegion']) {
    defineProperty(CSSStyleDeclaration.prototype, name, {
      get() {
        return this.getPropertyValue(PROPERTY);
      },
      set(value) {
        apply(setProperty, this, [PROPERTY, String(value)]);
      },
      configurable: true,
      enumerable: true,
    });
  }
  CSSStyleDeclaration.prototype.setProperty = function (name, ...rest) {
    const region = name === '-webkit-app-region' || name === 'app-region';
    return apply(setProperty, this, [region ? PROPERTY : name, ...rest]);
  };
  for (const name of ['insertRule', 'replace', 'replaceSync']) {
    const original = CSSStyleSheet.prototype[name];
    CSSStyleSheet.prototype[name] = function (text, ...rest) {
      if (String(text).includes('app-region')) dispatch(new CustomEvent(KEY, { detail: String(text) }));
      return apply(original, this, [text, ...rest]);
    };
  }
}
