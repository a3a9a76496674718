import { textMatching } from "../../shape/build.js";

/**
 * A region, or a place of several: `eu`, `us` and `asia`, and Google's pairs of regions.
 * https://cloud.google.com/storage/docs/locations
 */
export const bucketLocation = textMatching(
	"bucket-location",
	/^(?:[a-z]+-[a-z]+\d+|eu|us|asia|asia1|eur[4578]|nam4)$/i,
	"is no location of buckets; expected a region such as europe-west3, a multi-region such as eu, or a pair such as eur4",
);
