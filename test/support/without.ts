/** Returns the object without one of its properties. */
export function without<T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> {
  const copy: Partial<T> = { ...from };
  Reflect.deleteProperty(copy, key);
  return copy as Omit<T, K>;
}
