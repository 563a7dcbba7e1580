/* global document */
import { nameOf, told } from './parts.js';

/** The language of the page, and its title. */
export function language() {
  const { lang } = document.documentElement;
  const faults = /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(lang) ? [] : [`the page says no language: “${lang}”`];
  return document.title.trim() === '' ? [...faults, 'the page has no title'] : faults;
}

/** One h1, and no level left out on the way down. */
export function headings() {
  const all = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const first = all.filter((one) => one.localName === 'h1').length;
  const faults = first === 1 ? [] : [`there are ${first} h1`];
  let above = 0;
  for (const one of all) {
    const level = Number(one.localName.slice(1));
    if (level > above + 1) faults.push(`${told(one)} follows a heading of level ${above}`);
    if (one.textContent.trim() === '') faults.push(`${told(one)} is empty`);
    above = level;
  }
  return faults;
}

/** No id twice, and nothing that refers to an id that is not there. */
export function ids() {
  const seen = new Set();
  const faults = [];
  for (const { id } of document.querySelectorAll('[id]')) {
    if (seen.has(id)) faults.push(`the id “${id}” is there twice`);
    seen.add(id);
  }
  for (const one of document.querySelectorAll('[aria-labelledby], [aria-describedby]'))
    for (const id of `${one.getAttribute('aria-labelledby') ?? ''} ${one.getAttribute('aria-describedby') ?? ''}`.split(
      /\s+/,
    ))
      if (id !== '' && !seen.has(id)) faults.push(`${told(one)} is named by “${id}”, which is not there`);
  for (const one of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(one.getAttribute('href').slice(1));
    if (!seen.has(id)) faults.push(`${told(one)} leads to “#${id}”, which is not there`);
  }
  return faults;
}

/** A caption on every table, a scope on every heading cell, and a heading for every cell of data. */
export function tables() {
  return [...document.querySelectorAll('table')].flatMap((table) => [
    ...(table.caption?.textContent.trim() ? [] : [`${told(table)} has no caption`]),
    ...[...table.querySelectorAll('th')]
      .filter((one) => !/^(?:row|col|rowgroup|colgroup)$/.test(one.getAttribute('scope') ?? ''))
      .map((one) => `${told(one)} has no scope`),
    ...cellsWithoutHeading(table),
  ]);
}

/** A cell needs a heading above it, and one beside it in a table whose rows have them; one as wide as the table has no column. */
function cellsWithoutHeading(table) {
  const rows = gridOf(table);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const heads = new Set();
  const head = table.tHead === null ? [] : rows.slice(0, table.tHead.rows.length);
  for (const row of head) row.forEach((cell, at) => cell?.localName === 'th' && heads.add(at));
  const body = rows.slice(head.length);
  const hasHead = (row) => row.some((cell) => cell?.localName === 'th');
  const rowsHaveHeads = body.some(hasHead);
  const faults = new Set();
  for (const row of body)
    row.forEach((cell, at) => {
      if (cell?.localName !== 'td' || cell.colSpan === width) return;
      if (!heads.has(at)) faults.add(`${told(cell)} has no heading above it`);
      if (rowsHaveHeads && !hasHead(row)) faults.add(`${told(cell)} has no heading beside it`);
    });
  return [...faults];
}

/** Returns the cells of a table by row and column; one that spans several stands in each of them. */
function gridOf(table) {
  const grid = [...table.rows].map(() => []);
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x] !== undefined) x += 1;
      for (let dy = 0; dy < cell.rowSpan && y + dy < grid.length; dy += 1)
        for (let dx = 0; dx < cell.colSpan; dx += 1) grid[y + dy][x + dx] = cell;
      x += cell.colSpan;
    }
  });
  return grid;
}

/** A name for every picture that says something, and for every figure. */
export function pictures() {
  const faults = [];
  for (const one of document.querySelectorAll('img'))
    if (!one.hasAttribute('alt')) faults.push(`${told(one)} has no alt`);
  for (const one of document.querySelectorAll('svg')) {
    if (one.getAttribute('aria-hidden') === 'true') continue;
    if (one.getAttribute('role') !== 'img') faults.push(`${told(one)} is neither hidden nor an image`);
    const named = one.getAttribute('aria-labelledby') ?? one.getAttribute('aria-label') ?? '';
    if (named.trim() === '' || nameOf(one) === '') faults.push(`${told(one)} has no name`);
  }
  for (const one of document.querySelectorAll('figure')) {
    const named = one.hasAttribute('aria-labelledby') || one.hasAttribute('aria-label');
    if (!named || nameOf(one) === '') faults.push(`${told(one)} has no name`);
  }
  return faults;
}

/** What every abbreviation that is marked up stands for. */
export function abbreviations() {
  return [...document.querySelectorAll('abbr')]
    .filter((one) => (one.getAttribute('title') ?? '').trim() === '')
    .map((one) => `${told(one)} does not say what it stands for`);
}

const SAYS_NOTHING =
  /^(?:(?:click |see |read )?(?:here|this|more|link|details|below|above)|(?:table|figure|section|page) [\d.]+|[\d.]+|https?:\S+)$/i;

/** Links that are understood by themselves: none says “here”, no two of the same name in one report lead to two places. */
export function links() {
  const faults = [];
  const targets = new Map();
  for (const one of document.querySelectorAll('a[href]')) {
    const name = nameOf(one);
    if (name === '' || SAYS_NOTHING.test(name)) faults.push(`${told(one)} does not say where it leads`);
    const shown = (one.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (!name.includes(shown)) faults.push(`${told(one)} has another name, “${name}”`);
    // In a pack every report has a risk log: its heading, or the entry of the contents above it, says whose it is.
    const place =
      one.closest('article')?.id ??
      one.closest('li li')?.parentElement.closest('li').querySelector('a').textContent ??
      '';
    const key = `${place} ${name}`;
    const target = targets.get(key) ?? one.getAttribute('href');
    if (target !== one.getAttribute('href'))
      faults.push(`${told(one)} leads to ${one.getAttribute('href')}, and another of its name to ${target}`);
    targets.set(key, target);
  }
  return faults;
}
