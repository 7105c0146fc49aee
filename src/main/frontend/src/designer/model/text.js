// The text of a file in the encoding that it names, without that name: from here on it is Unicode.
const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["'][^>]*\?>/i;

export function textOf(bytes) {
  const data = new Uint8Array(bytes);
  const head = new TextDecoder('latin1').decode(data.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/, '');
  const encoding = data[0] === 0xff && data[1] === 0xfe ? 'utf-16le' : DECLARED.exec(head)?.[1] ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(data);
  return text.replace(DECLARED, '<?xml version="1.0" encoding="UTF-8"?>');
}
