import type { ArtifactStore } from "../../src/artifact-store/store.js";
import { made, refused } from "../../src/outcome.js";
import { error } from "../../src/problem.js";
import { flag, late, object, text } from "../../src/shape/build.js";

export interface WarehouseOptions<Late = string> {
	readonly hall: Late;
	readonly aisle?: string;
	readonly safe?: string;
	readonly retain?: boolean;
}

/** A store of objects that nothing else knows: a hall with a lock, and a safe for what carries secrets. */
export const warehouse: ArtifactStore<WarehouseOptions> = {
	title: "Warehouse",
	docs: "https://example.com/warehouse",
	cloud: "warehouse",
	options: object({
		hall: { shape: late(text()), summary: "Where crates stand.", required: true },
		aisle: { shape: text(), summary: "What keys begin with.", defaultNote: "nothing" },
		safe: { shape: text(), summary: "Where crates with secrets stand.", defaultNote: "there is none" },
		retain: { shape: flag, summary: "Whether crates stay.", default: true },
	}),
	plan({ carriesSecrets }, { hall, aisle, safe, retain = true }) {
		if (carriesSecrets && safe === undefined)
			return refused(error("no-sensitive-place", ["safe"], "is missing; expected a safe for what carries a secret"));
		const room = (id: string, number: string) => ({
			id,
			type: "room",
			name: id,
			meter: "free",
			properties: { number },
		});
		const lock = { id: "lock", type: "lock", name: "lock", meter: "free", properties: { room: "<late:hall.id>" } };
		return made({
			lookUps: [],
			resources: [room("hall", hall), lock, ...(safe === undefined ? [] : [room("safe", safe)])],
			place: { properties: { room: "<late:hall.id>" }, location: "warehouse://<late:hall.id>/" },
			...(safe !== undefined && {
				sensitivePlace: { properties: { room: "<late:safe.id>" }, location: "warehouse://<late:safe.id>/" },
			}),
			prefix: aisle === undefined ? "" : `${aisle}/`,
			retain,
			outputs: { hall: "<late:hall.id>" },
		});
	},
	examples: { plain: { hall: "1" }, withSafe: { hall: "1", safe: "2", aisle: "a" } },
};
