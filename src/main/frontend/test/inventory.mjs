// What a BPMN file holds, as sorted lines: every element with its path, its attributes, its text. Order and layout of the
// text do not count, nor does which prefix stands for a namespace, nor how a number or a time is written.
import { Parser } from 'saxen';

const XMLNS = /^xmlns(:|$)/;
const number = /^-?\d+(\.\d+)?$/;
const written = value => (number.test(value) ? String(Number(value)) : value.replace(/\r\n?|\t/g, match => (match === '\t' ? ' ' : '\n')));

// xsi:type names a type by a prefix, so its prefix is resolved as well.
function typed(value, scope) {
  const [prefix, local] = value.includes(':') ? value.split(':') : ['', value];
  return scope[prefix] ? `{${scope[prefix]}}${local}` : value;
}

function scopeOf(attributes, outer) {
  const scope = Object.create(outer);
  Object.entries(attributes).filter(([name]) => XMLNS.test(name)).forEach(([name, uri]) => { scope[name.slice(6)] = uri; });
  return scope;
}

function qualified(name, scope, fallback) {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  return `{${prefix ? scope[prefix] ?? prefix : fallback}}${local}`;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
// Every way point is a point, whether the file says so or not.
const POINT = `@{${XSI}}type={http://www.omg.org/spec/DD/20100524/DC}Point`;

function attributeLines(attributes, element, scope) {
  const [, own] = /^\{(.*)\}/.exec(element);
  return Object.entries(attributes).filter(([name]) => !XMLNS.test(name)).map(([name, value]) => {
    const full = qualified(name, scope, own);
    return `@${full}=${full === `{${XSI}}type` ? typed(value, scope) : written(value)}`;
  }).filter((line, at, all) => line !== POINT && all.indexOf(line) === at).sort();
}

// Two children of one kind are told apart by what they are called, not by where they stand.
const called = attributes => attributes.id ?? attributes.name ?? attributes['flowable:name'] ?? attributes.bpmnElement ?? '';

export function inventory(xml) {
  const lines = [];
  const stack = [{ path: '', scope: { xml: 'xml' }, text: '' }];
  const parser = new Parser();
  parser.on('error', problem => { throw problem; });
  parser.on('openTag', (name, attrsOf, decode) => {
    const raw = attrsOf();
    const attributes = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, decode(value)]));
    const parent = stack.at(-1);
    const scope = scopeOf(attributes, parent.scope);
    const element = qualified(name, scope, scope[''] ?? '');
    const path = `${parent.path}/${element}${called(attributes) ? `[${called(attributes)}]` : ''}`;
    stack.push({ path, scope, text: '', attributes: attributeLines(attributes, element, scope) });
  });
  parser.on('text', (text, decode) => { stack.at(-1).text += decode(text); });
  parser.on('cdata', text => { stack.at(-1).text += text; });
  parser.on('closeTag', () => {
    const { path, attributes, text } = stack.pop();
    lines.push(path + attributes.map(line => ` ${line}`).join('') + (text.trim() ? ` "${written(text.trim())}"` : ''));
  });
  parser.parse(xml);
  return lines.sort();
}

/** Lines that only one of two inventories holds: `-` was there before, `+` is new. */
export function difference(before, after) {
  const left = new Map();
  before.forEach(line => left.set(line, (left.get(line) ?? 0) + 1));
  const added = after.filter(line => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count < 1;
  });
  const lost = [...left].flatMap(([line, count]) => Array(Math.max(0, count)).fill(line));
  return [...lost.map(line => `- ${line}`), ...added.map(line => `+ ${line}`)];
}
