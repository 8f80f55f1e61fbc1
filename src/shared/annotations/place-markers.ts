/** A marker on a time chart, which stands for one annotation, or for several in a row that would cover each other. */
export interface PlacedMarker {
  /** pixels from the left to its middle */
  x: number;
  /** 0 for the lowest row */
  lane: number;
  /** the place of the first and of the last annotation that it stands for */
  first: number;
  last: number;
}

/**
 * Where markers stand that belong at `places` (pixels to the middle, ascending): each in the lowest row that has room, at least `width`
 * pixels from the next. Where no row has room, it is joined with the marker before, which then takes twice the room.
 */
export function placeMarkers(
  places: readonly number[],
  {width, lanes}: {width: number; lanes: number}
): PlacedMarker[] {
  const markers: PlacedMarker[] = [];
  const ends = new Array<number>(lanes).fill(-Infinity);
  places.forEach((x, i) => {
    const lane = ends.findIndex((end) => end <= x - width / 2);
    const before = markers.at(-1);
    if (lane >= 0 || !before) {
      markers.push({x, lane: Math.max(0, lane), first: i, last: i});
      ends[Math.max(0, lane)] = x + width / 2;
    } else {
      before.last = i;
      ends[before.lane] = before.x + width;
    }
  });
  return markers;
}
