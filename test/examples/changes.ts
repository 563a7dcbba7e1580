/** A change as it is printed: before, after, the change in the figure's own terms, and of what it was. */
export type HandChange = readonly [
  id: string,
  before: string,
  after: string,
  change: string,
  relative: string | null,
];

/**
 * Luton, Jan to Feb 2021, from the table of the paper of 19 April 2021:
 * permanent 144 → 146, starters 10 → 0, leavers 1 → 1, agency 36 → 39, vacancies 17 → 24, establishment 197 → 209.
 */
export const LUTON: readonly HandChange[] = [
  ['establishment', '197', '209', '+12', '+6.1%'], // 12 ÷ 197 = 6.09%
  ['starters', '10', '0', '−10', '−100%'],
  ['unfilled', '17', '24', '+7', '+41%'], // 7 ÷ 17 = 41.2%
  ['in_post', '180', '185', '+5', '+2.8%'], // 144 + 36, 146 + 39; 5 ÷ 180 = 2.78%
  ['agency', '36', '39', '+3', '+8.3%'], // 3 ÷ 36 = 8.33%
  ['permanent', '144', '146', '+2', '+1.4%'], // 2 ÷ 144 = 1.39%
  ['starters_rate', '6.94%', '0.00%', '−6.94 pp', '−100%'], // 10 ÷ 144, 0 ÷ 146
  ['agency_rate', '20.00%', '21.08%', '+1.08 pp', '+5.4%'], // 36 ÷ 180, 39 ÷ 185; 0.010811 ÷ 0.2 = 5.41%
  ['leavers_rate', '0.69%', '0.68%', '−0.01 pp', '−1.4%'], // 1 ÷ 144, 1 ÷ 146; 144 ÷ 146 − 1 = −1.37%
];

const MANAGERS = '[staff_group=Management and leadership]';
const SOCIAL_WORKERS = '[staff_group=Social workers]';

/**
 * Devon, Jul 2023 to Mar 2024. July is in the table of months (FTE):
 * managers: posts 49, all 43.0, agency 21.5, permanent 21.5; social workers: 218, 209.8, 113.6, 96.2.
 * March is the sum of the four teams:
 * managers: posts 12 + 25 + 7 + 6 = 50, all 10 + 23 + 5 + 6 = 44.0, agency 5.5 + 7 + 4 + 0 = 16.5,
 * permanent 4.5 + 16 + 1 + 6 = 27.5; social workers: posts 44 + 121 + 37 + 23 = 225,
 * all 39 + 100.6 + 38.5 + 18.5 = 196.6, agency 27 + 53.8 + 15.8 + 4.4 = 101.0, permanent 12 + 46.8 + 22.7 + 14.1 = 95.6,
 * The column of unfilled posts is stated: they are posts − all, 49 − 43 = 6 and 50 − 44 = 6 of managers, so no change,
 * and 218 − 209.8 = 8.2 and 225 − 196.6 = 28.4 of social workers.
 */
export const DEVON: readonly HandChange[] = [
  // Both groups: 267 → 275 posts, 252.8 → 240.6, 135.1 → 117.5, 117.7 → 123.1; unfilled 267 − 252.8 and 275 − 240.6.
  ['unfilled', '14.2', '34.4', '+20.2', '+142%'], // 20.2 ÷ 14.2 = 142.3%
  ['agency', '135.1', '117.5', '−17.6', '−13%'], // 17.6 ÷ 135.1 = 13.03%
  ['in_post', '252.8', '240.6', '−12.2', '−4.8%'], // 12.2 ÷ 252.8 = 4.83%
  ['establishment', '267', '275', '+8', '+3.0%'], // 8 ÷ 267 = 3.00%
  ['permanent', '117.7', '123.1', '+5.4', '+4.6%'], // 5.4 ÷ 117.7 = 4.59%
  ['agency_share_of_establishment', '50.6%', '42.7%', '−7.9 pp', '−16%'], // 135.1 ÷ 267 = 50.599%, 117.5 ÷ 275 = 42.727%
  ['agency_rate', '53.44%', '48.84%', '−4.61 pp', '−8.6%'], // 135.1 ÷ 252.8 = 53.4415%, 117.5 ÷ 240.6 = 48.8362%
  ['permanent_share_of_establishment', '44.1%', '44.8%', '+0.7 pp', '+1.5%'], // 117.7 ÷ 267 = 44.082%, 123.1 ÷ 275 = 44.764%

  [`permanent${MANAGERS}`, '21.5', '27.5', '+6.0', '+28%'], // 6 ÷ 21.5 = 27.9%
  [`agency${MANAGERS}`, '21.5', '16.5', '−5.0', '−23%'], // 5 ÷ 21.5 = 23.3%
  [`establishment${MANAGERS}`, '49', '50', '+1', '+2.0%'],
  [`in_post${MANAGERS}`, '43.0', '44.0', '+1.0', '+2.3%'], // 1 ÷ 43 = 2.33%
  [`agency_rate${MANAGERS}`, '50.00%', '37.50%', '−12.50 pp', '−25%'], // 21.5 ÷ 43, 16.5 ÷ 44
  [`permanent_share_of_establishment${MANAGERS}`, '43.9%', '55.0%', '+11.1 pp', '+25%'], // 21.5 ÷ 49 = 43.878%, 27.5 ÷ 50
  [`agency_share_of_establishment${MANAGERS}`, '43.9%', '33.0%', '−10.9 pp', '−25%'], // 21.5 ÷ 49 = 43.878%, 16.5 ÷ 50

  [`unfilled${SOCIAL_WORKERS}`, '8.2', '28.4', '+20.2', '+246%'], // 20.2 ÷ 8.2 = 246.3%
  [`in_post${SOCIAL_WORKERS}`, '209.8', '196.6', '−13.2', '−6.3%'], // 13.2 ÷ 209.8 = 6.29%
  [`agency${SOCIAL_WORKERS}`, '113.6', '101.0', '−12.6', '−11%'], // 12.6 ÷ 113.6 = 11.1%
  [`establishment${SOCIAL_WORKERS}`, '218', '225', '+7', '+3.2%'], // 7 ÷ 218 = 3.21%
  [`permanent${SOCIAL_WORKERS}`, '96.2', '95.6', '−0.6', '−0.6%'], // 0.6 ÷ 96.2 = 0.62%
  [`agency_share_of_establishment${SOCIAL_WORKERS}`, '52.1%', '44.9%', '−7.2 pp', '−14%'], // 113.6 ÷ 218 = 52.110%, 101 ÷ 225 = 44.889%
  [`agency_rate${SOCIAL_WORKERS}`, '54.15%', '51.37%', '−2.77 pp', '−5.1%'], // 113.6 ÷ 209.8 = 54.147%, 101 ÷ 196.6 = 51.373%
  [`permanent_share_of_establishment${SOCIAL_WORKERS}`, '44.1%', '42.5%', '−1.6 pp', '−3.7%'], // 96.2 ÷ 218 = 44.128%, 95.6 ÷ 225 = 42.489%
  [`permanent_share_of_in_post${SOCIAL_WORKERS}`, '45.85%', '48.63%', '+2.77 pp', '+6.0%'], // 96.2 ÷ 209.8 = 45.853%, 95.6 ÷ 196.6 = 48.627%
];

/** As the council prints them: 11 ÷ 44 = 25%, 7 ÷ 52 = 13.5%. */
export const DEVON_STATED: readonly HandChange[] = [
  [`agency_share_of_establishment${MANAGERS}`, '44%', '33%', '−11 pp', '−25%'],
  [`agency_share_of_establishment${SOCIAL_WORKERS}`, '52%', '45%', '−7 pp', '−13%'],
];
