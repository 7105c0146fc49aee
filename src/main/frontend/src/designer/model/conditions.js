// Between an expression's text and the comparisons that a person chooses; what is more than that is left as text.

const COMPARISON = /^\s*(!)?\s*([A-Za-z]\w*(?:\.\w+)*)\s*(?:(==|!=|>=|<=|>|<)\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false))?\s*$/;

function unquoted(text) {
  return /^['"]/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

const kindOf = text => (/^['"]/.test(text) ? 'string' : /^(true|false)$/.test(text) ? 'boolean' : 'number');

function comparison(text) {
  const match = COMPARISON.exec(text);
  if (!match) return undefined;
  const [, not, name, operator, value] = match;
  if (!operator) return { name, operator: '==', value: not ? 'false' : 'true', kind: 'boolean' };
  return not ? undefined : { name, operator, value: unquoted(value), kind: kindOf(value) };
}

// Splits at && or ||, but not inside of a text.
function split(text) {
  const parts = [''];
  const joins = [];
  let quote;
  for (let at = 0; at < text.length; at++) {
    const two = text.slice(at, at + 2);
    if (quote) {
      if (text[at] === '\\') parts[parts.length - 1] += text[at++];
      else if (text[at] === quote) quote = undefined;
    } else if (text[at] === "'" || text[at] === '"') {
      quote = text[at];
    } else if (two === '&&' || two === '||') {
      joins.push(two);
      parts.push('');
      at++;
      continue;
    }
    parts[parts.length - 1] += text[at] ?? '';
  }
  return { parts, joins };
}

/** @returns {{join: string, rows: Array} | undefined} undefined where it is more than comparisons */
export function parse(text) {
  if (!text?.trim()) return { join: '&&', rows: [] };
  const inner = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const { parts, joins } = split(inner);
  const rows = parts.map(comparison);
  if (rows.some(row => !row) || new Set(joins).size > 1) return undefined;
  return { join: joins[0] ?? '&&', rows };
}

const literal = ({ kind, value }) => {
  if (kind === 'boolean') return value === 'false' ? 'false' : 'true';
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return value;
  return `'${String(value).replace(/[\\']/g, '\\$&')}'`;
};

export const write = ({ join, rows }) => `\${${rows.map(row => `${row.name} ${row.operator} ${literal(row)}`).join(` ${join} `)}}`;
