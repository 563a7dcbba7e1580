// The formatter is part of the model so that findings print figures in the same way as the page.
export * from '../model/format.ts';
export { periodRef } from '../model/period-ref.ts';
