import type { CatalogueEntry } from './entry.ts';

/** Findings on templates and pages. */
export const PAGE_CODES = {
  E501: {
    severity: 'error',
    rule: 'template-unknown',
    title: 'there is no template of this name',
    help: 'name one of the templates that `cip-report` has under `template` of the workstream',
    example: 'template: highlights',
  },
  E502: {
    severity: 'error',
    rule: 'template-syntax',
    title: 'a template cannot be read',
    help: 'close every block, and use only the helpers that templates have',
    example: '{{#if draft}} without {{/if}}',
  },
  E503: {
    severity: 'error',
    rule: 'template-path',
    title: 'a template uses a value that the page does not have',
    help: 'correct the spelling, or leave the value out',
    example: '{{summary.headline}} where the page has summary.headlines',
  },
  E504: {
    severity: 'error',
    rule: 'template-raw',
    title: 'a template prints a value without escaping it',
    help: 'use two braces: text from data is never markup',
    example: '{{{title}}}',
  },
  E505: {
    severity: 'error',
    rule: 'template-attribute',
    title: 'a template puts a value where escaping does not protect the page',
    help: 'put the value inside a quoted attribute or in text; never in a style, a script, an event or a tag',
    example: '<td class={{state}}>',
  },
  E506: {
    severity: 'error',
    rule: 'template-part-unknown',
    title: 'a folder of templates has a part that no template has',
    help: 'name the file after the part whose place it takes',
    example: 'escalatons.hbs under --templates, where the part is escalations.hbs',
  },
  E507: {
    severity: 'error',
    rule: 'template-style',
    title: 'a style sheet of your own refers to something outside of the page',
    help: 'embed it with a data: address, or leave it out',
    example: 'background: url(https://council.example/logo.png)',
  },
  E508: {
    severity: 'error',
    rule: 'template-file',
    title: 'a file under --templates cannot be used',
    help: 'put a text file of at most 200 kB into the folder itself, in UTF-8',
    example: 'a link summary.hbs to a file outside of the folder',
  },
  N509: {
    severity: 'note',
    rule: 'template-copy-old',
    title: 'parts of templates were copied from another version of the program',
    help: 'it is used as it is; to have what changed since, copy it anew with `cip-report templates copy` into another folder, and compare',
    example: 'trust.hbs, copied from cip-report 0.1.0 and used with 0.2.0',
  },
} as const satisfies Record<string, CatalogueEntry>;
