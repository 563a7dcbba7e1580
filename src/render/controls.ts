/** Controls that HTML forbids, and those that make a text read otherwise than it is written. */
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Returns the text without the controls that must not reach a page. Line breaks and tabs stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}
