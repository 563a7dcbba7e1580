/**
 * Words of the names of teams, roles and staff groups in children's services. A word that is one of them but for a letter
 * is misspelt, so that words which are near one another (`contact`, `contract`) all stand here.
 */
export const TRADE_WORDS: ReadonlySet<string> = new Set(
  [
    'academy administration administrative administrator adolescent adoption adoptive adults advanced advocacy agency',
    'apprentice apprenticeship approved assessed assessment assistant assisted business caseworker child children',
    'commissioning community conference contact contextual contract contracts coordinator corporate counsellor',
    'counselor',
    'deputy development director disabilities disability disabled domestic education educational emergency employed',
    'engagement establishment exploitation family families fostering governance independent inspection intake',
    'integrated intensive intervention interventions kinship leader leaders leadership leaver leavers legal locality',
    'management manager managers missing multi newly nursing occupational officer officers operational parent',
    'parenting performance permanence permanency permanent personal placement placements policy practice practitioner',
    'practitioners prevention principal probation professional projection protection psychologist qualified quality',
    'recruitment',
    'referral referrals registered residential respite response reunification review reviewing safeguarding school',
    'schools screening senior service services social specialist starter starters strategic strategy student',
    'students supervised supervising supervision supervisor support supported targeted teacher temporary therapeutic',
    'therapist therapists training transition transitions transport trainee unaccompanied unqualified vacancies',
    'vacancy violence virtual volunteer worker workers workforce youth',
  ].flatMap((line) => line.split(' ')),
);
