/** By ring; those that are absent follow the newest revision. */
export type HeldRings = Readonly<Record<string, RingHold>>;

export interface RingHold {
	/** Digest of the revision that the ring stays at. */
	readonly hold: string;
}
