/** The words by which numbers are tied to figures. What is not listed ties nothing: every list is closed. */

const set = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

const AGENCY = [
  'agency number',
  'agency worker',
  'agency staff',
  'agency social worker',
  'agency employee',
  'locum',
  'locum worker',
  'locum social worker',
];
const PERMANENT = [
  'permanent worker',
  'permanent staff',
  'permanent social worker',
  'permanent employee',
  'permanent workforce',
];

const SHARE_OF_AGENCY = [
  'agency use',
  'agency usage',
  'use of agency worker',
  'use of agency staff',
  ...['share', 'proportion', 'percentage'].flatMap((one) =>
    AGENCY.slice(1, 5).map((name) => `${one} of ${name}`),
  ),
];

/** Names that people use of other definitions, too: what they say is found only where it is a stale figure of this one. */
export const LOOSE: ReadonlySet<string> = new Set(SHARE_OF_AGENCY);

/** What people call figures beside their ids and labels, in the singular. Of one name for a count and a share, the unit tells. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  agency: [...AGENCY, 'agency workforce'],
  agency_rate: [
    'agency workforce',
    'agency rate',
    'agency worker rate',
    'agency staff rate',
    'rate of agency worker',
    'rate of agency staff',
    ...SHARE_OF_AGENCY,
  ],
  permanent: PERMANENT,
  vacancies: ['vacancy', 'vacant post'],
  unfilled: ['unfilled post', 'unfilled vacancy'],
  vacancy_rate: ['vacancy rate'],
  turnover_rate: ['turnover', 'turnover rate', 'staff turnover', 'annual turnover'],
  starters: ['starter', 'new starter', 'joiner', 'permanent starter'],
  leavers: ['leaver', 'permanent leaver'],
  conversions: ['conversion', 'agency conversion'],
  establishment: [
    'establishment',
    'total establishment',
    'budgeted establishment',
    'budgeted post',
    'funded post',
    'established post',
  ],
  in_post: ['worker in post', 'social worker in post', 'staff in post', 'people in post'],
  average_caseload: ['average caseload'],
  absence_rate: ['absence rate', 'sickness absence rate'],
};

/** Words that say too little to be a figure's name, alone or with others of them. */
export const GENERAL: ReadonlySet<string> = set(
  'case staff worker people person employee post role workforce total all value number count fte wte headcount in social',
  'of at period end and the child children other day month rate share percentage figure',
);
/** Words that say too little alone: they are said of other things too. */
export const GENERAL_ALONE: ReadonlySet<string> = set(
  'agency permanent perm unfilled vacant budget budgeted appointment established filled actual current start cost',
);

/** Whose share of whom is which figure, in words: `21% of social workers in post are agency workers`. */
export const SHARES: readonly {
  readonly part: string;
  readonly of: 'staff' | 'posts';
  readonly id: string;
}[] = [
  { part: 'agency', of: 'staff', id: 'agency_rate' },
  { part: 'agency', of: 'posts', id: 'agency_share_of_establishment' },
  { part: 'permanent', of: 'posts', id: 'permanent_share_of_establishment' },
  { part: 'vacancies', of: 'posts', id: 'vacancy_share_of_establishment' },
];

/** What a share is of, in the singular. */
export const WHOLES: Readonly<Record<'staff' | 'posts', readonly string[]>> = {
  staff: ['social worker in post', 'worker in post', 'staff in post', 'workforce', 'social work workforce'],
  posts: ['establishment', 'budgeted post', 'established post', 'funded post', 'budgeted establishment'],
};

/** Between a figure's name and its number. */
export const LINKS: ReadonlySet<string> = set(
  'is are was were has have had been numbered totalled stand stood at of it a the now currently still then again only also and which level',
  'its fell fallen rose risen increased decreased reduced dropped grew grown went gone come came remain remained remaining',
  'to from down up reached highest lowest peak point in total before increasing rising falling',
  'dropping slightly sharply steadily per cent an by make made represent represented account accounted for comprise comprised',
);

/** What tells of now. */
export const NOW: ReadonlySet<string> = set('now currently current latest today');
/** Verbs that tell of what was. */
export const PAST: ReadonlySet<string> = set('was were stood had');
/** Words that say that a sentence is of some time, and not which: only a period that is named tells that. */
export const TIMES: ReadonlySet<string> = set(
  'by during before after until till since over following prior throughout when once then ago had while whilst amid',
  'year quarter month week term half half-term half-year half-yearly mid-year midyear year-end month-end quarter-end period',
  'winter christmas easter holiday last previous previously earlier formerly originally initially baseline first second',
  'meeting inspection visit review',
);
/** Of these only what is neither a number nor a name behind them makes a time: `by 4`, `by agency workers`. */
export const TIMES_BEFORE_WORDS: ReadonlySet<string> = set('by over');
/** What compares with something else, so that what stands beside it may be of before. */
export const COMPARATIVE: ReadonlySet<string> = set(
  'fewer lower higher less more since changed moved improved better worse',
);
/** Verbs that tell of now. */
export const PRESENT: ReadonlySet<string> = set('is are stand has have leave leaving remain employ');

/** What directs a change, as a verb or behind one. */
export const RISES: ReadonlySet<string> = set(
  'rose risen increased grew grown up rise increase growth rising increasing',
);
export const FALLS: ReadonlySet<string> = set(
  'fell fallen decreased reduced dropped down fall decrease reduction drop falling dropping',
);

/** What parts a sentence into clauses. */
export const PARTING: ReadonlySet<string> = set(
  'but while whereas although though because so where when who whom which against below above versus compared and than that',
  'down up after ahead behind',
);

/** What makes a number one of something else: a part of the staff, a plan, another place. */
export const ESTRANGING: ReadonlySet<string> = set(
  'team unit hub cohort office pod locality manager leader practitioner newly qualified asye nqsw senior each every per',
  'average these those some other another more fewer less further additional extra new target plan planned cap limit',
  'ceiling floor budget forecast expected expect national nationally regional region england neighbour benchmark if',
  'comparator would could should will may might aim hope goal ambition trajectory glidepath estimated projected about',
  'around approximately nearly almost over under roughly circa least most maximum minimum short half not no never until',
  'ago earlier previously previous formerly originally initially last next later once ex former one',
  'seek need want including include excluding except apart elsewhere long-term temporary bank interim converted convert converting recruited leaving due',
  'start starting yet both either remainder rest part few several many none without outside beyond beside aside exception',
  'excluded ignoring omitting disregarding barring bar save minus net plus counting counted together combined',
);

/** Before a figure's name, beside what starts a clause. */
export const BEFORE_NAME: ReadonlySet<string> = set(
  'the our a an this its their overall total current latest number proportion percentage share rate of and whole as in with',
  'headcount figure for now fte level use but while however',
);

/** Behind a figure's name, where a number stands before it. */
export const AFTER_NAME: ReadonlySet<string> = set(
  'and or but while now currently compared against down up to from reported recorded employed by after than',
);

/** Whose staff is more than that of the service: a figure of theirs need not be one of its own. */
export const WIDER: ReadonlySet<string> = set('council directorate authority organisation department');
/** Whole staffs and councils, in the singular: `the service has 39 agency workers`. */
export const EVERYBODY: ReadonlySet<string> = new Set([...WIDER, ...set('we service workforce')]);
/** What a change is called. */
export const CHANGES: ReadonlySet<string> = set(
  'rise increase growth fall decrease reduction drop change gain loss difference movement',
);

/** Words of which a number behind is a reference. */
export const REFERENCES: ReadonlySet<string> = set(
  'appendix section regulation article paragraph para page table figure chart phase recommendation action risk step',
  'stage part version tier level band grade stage week day note item no number question resolution priority pillar',
  'schedule option standard form room line score covid aged age annex clause act key chapter volume issue milestone',
  'objective theme workstream meeting committee ofsted street road floor block building',
);

/** What a number counts that is no figure of people: time, sums, times of something. */
export const MEASURED: ReadonlySet<string> = set(
  'day week month year hour minute am pm time million thousand billion k m bn noon page percentile decimal mile',
  'o’clock quarter decade night weekday workday',
);

/** Verbs that lead from a name to a number, or from one figure to another. */
export const LEADING: ReadonlySet<string> = set(
  'is are was were at of to from reached been numbered totalled',
);
/** What may stand between them and the number. */
export const FILLING: ReadonlySet<string> = set('now currently still only just also again a the its then');
/** What a number is of, where the figure was named before it. */
export const COUNTED: ReadonlySet<string> = set('worker staff people post employee');
/** What may follow a number whose figure was named before it, beside a break, a period and a group. */
export const AFTER_NUMBER: ReadonlySet<string> = set(
  'and but while down up from to against compared below above after which or before so because as since',
);
/** Places that are the whole: `in post`, `in total`, `across the service`. */
export const PLACING: ReadonlySet<string> = set('in at within across among for on');
export const POSITIONS: ReadonlySet<string> = set(
  'post total all full place number fact practice addition agency',
);
/** Verbs that say how high a figure is. */
export const STATING: ReadonlySet<string> = set(
  'is was has stand stood fell rose went remain remained increased decreased reduced dropped grew reached',
);
/** Words that name a part of the service, of which a sentence and those after it may be. */
export const PLACES_OF_WORK: ReadonlySet<string> = set(
  'team unit hub cohort office pod locality region national england manager',
);
