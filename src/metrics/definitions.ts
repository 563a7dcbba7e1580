// The reader needs them too, and may import the model only.
export { DEFINITIONS } from '../model/definitions.ts';
