// English is written where it is said; other languages are looked up by it.
import { spanish } from './es.js';
import { drawing } from './es-drawing.js';

const LANGUAGES = { es: text => spanish[text] ?? drawing[text.toLowerCase()] };

/** The function with which everything here and in the libraries says something. */
export function translator(language) {
  const known = LANGUAGES[language] ?? (() => undefined);
  return (text, values = {}) => (known(text) ?? text).replace(/\{(\w+)\}/g, (match, name) => values[name] ?? match);
}
