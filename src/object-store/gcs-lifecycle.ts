/**
 * A rule of a bucket, as far as it decides when what is there goes.
 * https://cloud.google.com/storage/docs/lifecycle#conditions
 */
export interface LifecycleRule {
	readonly action: { readonly type?: string };
	readonly condition?: {
		readonly age?: number;
		readonly createdBefore?: Date | string;
		readonly customTimeBefore?: Date | string;
		readonly daysSinceCustomTime?: number;
		readonly daysSinceNoncurrentTime?: number;
		readonly isLive?: boolean;
		readonly matchesPrefix?: readonly string[];
		readonly matchesSuffix?: readonly string[];
		readonly matchesStorageClass?: readonly string[];
		readonly noncurrentTimeBefore?: Date | string;
		readonly numNewerVersions?: number;
	};
}

/** A live object, as the store describes it. */
export interface AgeingObject {
	readonly name: string;
	readonly timeCreated?: string;
	readonly customTime?: string;
	readonly storageClass?: string;
}

const day = 24 * 60 * 60 * 1000;

/** When the first rule of a bucket deletes an object that nobody replaces; undefined where none does. */
export function expiryOf(object: AgeingObject, rules: readonly LifecycleRule[]): Date | undefined {
	const times = rules.flatMap((rule) => (rule.action.type === "Delete" ? (deletedAt(object, rule) ?? []) : []));
	return times.length === 0 ? undefined : new Date(Math.min(...times));
}

/** Every condition of a rule has to hold. */
function deletedAt(object: AgeingObject, { condition = {} }: LifecycleRule): number | undefined {
	const created = object.timeCreated === undefined ? Number.NaN : Date.parse(object.timeCreated);
	const custom = object.customTime === undefined ? Number.NaN : Date.parse(object.customTime);
	const { matchesPrefix, matchesSuffix, matchesStorageClass, age, createdBefore } = condition;
	const { daysSinceCustomTime, customTimeBefore } = condition;
	const isOfVersions =
		condition.isLive === false ||
		condition.daysSinceNoncurrentTime !== undefined ||
		condition.noncurrentTimeBefore !== undefined ||
		(condition.numNewerVersions ?? 0) > 0;
	const isMeant =
		(matchesPrefix?.some((prefix) => object.name.startsWith(prefix)) ?? true) &&
		(matchesSuffix?.some((suffix) => object.name.endsWith(suffix)) ?? true) &&
		(matchesStorageClass?.includes(object.storageClass ?? "STANDARD") ?? true);
	if (isOfVersions || !isMeant || Number.isNaN(created)) return undefined;
	if (createdBefore !== undefined && created >= dayStart(createdBefore)) return undefined;
	if (customTimeBefore !== undefined && !(custom < dayStart(customTimeBefore))) return undefined;
	if (daysSinceCustomTime !== undefined && Number.isNaN(custom)) return undefined;
	return Math.max(
		created,
		age === undefined ? created : created + age * day,
		daysSinceCustomTime === undefined ? created : custom + daysSinceCustomTime * day,
	);
}

/** Google counts by days of UTC. */
function dayStart(date: Date | string): number {
	const time = typeof date === "string" ? Date.parse(date) : date.getTime();
	return Math.floor(time / day) * day;
}
