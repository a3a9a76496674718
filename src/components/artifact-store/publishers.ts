import { otherOwner, type Publisher, readOwner } from "../../files/owner.js";

/** Who means to publish to a folder, by folder, in one run of the engine: a preview leaves no marker. */
const announced = new Map<string, string>();

/** Whether a folder was its publisher's when it was first looked at, in one run of the engine, which marks it then. */
const marked = new Map<string, boolean>();

/** Who else means to publish to a folder, and said so first. */
export function announcedBy(place: string, owner: string): string | undefined {
	const first = announced.get(place) ?? owner;
	announced.set(place, first);
	return first === owner ? undefined : first;
}

/** Whether what stands at a publisher's paths is its own: not in a folder that nobody had marked. */
export function wasMarked(place: string, publisher: Publisher): boolean {
	const was = marked.get(place) ?? (readOwner(place) !== undefined && otherOwner(place, publisher) === undefined);
	marked.set(place, was);
	return was;
}
