/** The smallest of the last `length` values, in constant time each (a monotonic queue). */
export class SlidingMinimum {
  readonly #length: number;
  readonly #values: Float64Array;
  readonly #ages: Float64Array;
  #first = 0;
  #count = 0;
  #now = 0;

  constructor(length: number) {
    this.#length = length;
    this.#values = new Float64Array(length);
    this.#ages = new Float64Array(length);
  }

  /** Takes the next value; returns the smallest. */
  next(value: number): number {
    this.#now++;
    if (this.#count > 0 && (this.#ages[this.#first] ?? 0) <= this.#now - this.#length) this.#forgetFirst();
    while (this.#count > 0 && (this.#values[this.#at(this.#count - 1)] ?? 0) >= value) this.#count--;
    const place = this.#at(this.#count++);
    this.#values[place] = value;
    this.#ages[place] = this.#now;
    return this.#values[this.#first] ?? value;
  }

  #forgetFirst(): void {
    this.#first = this.#at(1);
    this.#count--;
  }

  #at(offset: number): number {
    const place = this.#first + offset;
    return place < this.#length ? place : place - this.#length;
  }
}
