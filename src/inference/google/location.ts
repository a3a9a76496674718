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

/** Whether calls at a location are answered within one of the places: regions, or `eu` and `us` for all of theirs. */
export function liesWithin(location: string, places: readonly string[]): boolean {
	if (places.includes(location)) return true;
	return places.some((place) => {
		if (place === "eu") return euRegions.includes(location);
		return place === "us" && /^us-/.test(location);
	});
}
