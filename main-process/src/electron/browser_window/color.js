'use strict';

const hex = (value) => Math.min(255, Math.max(0, Math.round(value))).toString(16).padStart(2, '0').toUpperCase();

/** As Electron writes colours: `#RRGGBB`, or `#AARRGGBB` for what is not opaque. */
function write(red, green, blue, alpha = 1) {
  return `#${alpha < 1 ? hex(alpha * 255) : ''}${hex(red)}${hex(green)}${hex(blue)}`;
}

const pairs = (digits, width) => {
  const found = [];
  for (let at = 0; at < digits.length; at += width) found.push(parseInt(digits.slice(at, at + width).repeat(3 - width), 16));
  return found;
};

/** Of four parts the first is the alpha, unlike in CSS. */
function ofHex(digits) {
  if (digits.length === 3 || digits.length === 6) return write(...pairs(digits, digits.length / 3));
  if (digits.length !== 4 && digits.length !== 8) return undefined;
  const [alpha, ...rest] = pairs(digits, digits.length / 4);
  return write(...rest, alpha / 255);
}

const part = (text, whole) => (text.endsWith('%') ? (parseFloat(text) / 100) * whole : parseFloat(text));

/** Source: CSS Color Module Level 4, "Converting HSL Colors to sRGB". */
function ofHsl(hue, saturation, light, alpha) {
  const chroma = saturation * Math.min(light, 1 - light);
  const channel = (n) => {
    const k = (n + hue / 30) % 12;
    return 255 * (light - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return write(channel(0), channel(8), channel(4), alpha);
}

function ofFunction(name, parts) {
  const alpha = parts[3] === undefined ? 1 : part(parts[3], 1);
  if (name === 'rgb') return write(...parts.slice(0, 3).map((text) => part(text, 255)), alpha);
  const hue = ((parseFloat(parts[0]) % 360) + 360) % 360;
  return ofHsl(hue, part(parts[1], 1), part(parts[2], 1), alpha);
}

/** A CSS colour as `#RRGGBB` or `#AARRGGBB`; undefined for what is none. */
function colorOf(color) {
  if (typeof color !== 'string') return undefined;
  const text = color.trim().toLowerCase();
  const digits = /^#([0-9a-f]+)$/.exec(text);
  if (digits !== null) return ofHex(digits[1]);
  const call = /^(rgb|hsl)a?\((.*)\)$/.exec(text);
  if (call !== null) {
    const parts = call[2].split(/[\s,/]+/).filter(Boolean);
    return parts.length === 3 || parts.length === 4 ? ofFunction(call[1], parts) : undefined;
  }
  if (text === 'transparent') return '#00000000';
  const named = require('./color_names')[text];
  return named === undefined ? undefined : `#${named.toUpperCase()}`;
}

module.exports = { colorOf };
