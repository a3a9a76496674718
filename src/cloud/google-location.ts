/**
 * Single regions in member states of the European Union, which `eu` answers from. London (europe-west2) and Zürich
 * (europe-west6) are none.
 * https://cloud.google.com/about/locations
 */
const euRegions = [
	"europe-central2",
	"europe-north1",
	"europe-north2",
	"europe-southwest1",
	"europe-west1",
	"europe-west3",
	"europe-west4",
	"europe-west8",
	"europe-west9",
	"europe-west10",
	"europe-west12",
];

/** Pairs of regions that buckets are in. https://cloud.google.com/storage/docs/locations#predefined */
const pairs: Readonly<Record<string, readonly string[]>> = {
	asia1: ["asia-northeast1", "asia-northeast2"],
	eur4: ["europe-north1", "europe-west4"],
	eur5: ["europe-west1", "europe-west2"],
	eur7: ["europe-west2", "europe-west3"],
	eur8: ["europe-west3", "europe-west6"],
	nam4: ["us-central1", "us-east1"],
};

/** Whether all of a location is within one of the places, or each of its regions: `eu` and `us` stand for all of theirs. */
export function liesWithin(location: string, places: readonly string[]): boolean {
	if (places.includes(location)) return true;
	const regions = Object.hasOwn(pairs, location) ? pairs[location] : undefined;
	if (regions) return regions.every((region) => liesWithin(region, places));
	return places.some((place) => {
		if (place === "eu") return euRegions.includes(location);
		return place === "us" && /^us-/.test(location);
	});
}
