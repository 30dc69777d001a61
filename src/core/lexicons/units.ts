// Units of measure and how they are written. Compiled for this project, Apache-2.0.

/** Words and signs of measures, lower-case, each with the unit that the record names. */
export const MEASURE_UNITS: ReadonlyMap<string, string> = new Map(
  `mile miles mi
  kilometre kilometres kilometer kilometers km kms
  metre metres meter meters m
  centimetre centimetres centimeter centimeters cm
  millimetre millimetres millimeter millimeters mm
  foot feet ft
  inch inches
  yard yards yd yds
  acre acres
  hectare hectares ha
  tonne tonnes
  ton tons
  kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
  gram grams gramme grammes g
  milligram milligrams mg
  microgram micrograms
  pound pounds lb lbs
  ounce ounces oz
  litre litres liter liters
  millilitre millilitres milliliter milliliters ml
  gallon gallons
  pint pints
  barrel barrels
  knot knots
  degree degrees
  watt watts
  kilowatt kilowatts kw
  megawatt megawatts mw
  gigawatt gigawatts gw
  kilowatt-hour kwh
  volt volts
  byte bytes
  megabyte megabytes mb
  gigabyte gigabytes gb
  terabyte terabytes tb
  cusec cusecs
  decibel decibels db
  light-year light-years
  mile|per|hour mph
  kilometre|per|hour kph kmh
  square|foot sqft
  square|kilometre sqkm`
    .split("\n")
    .flatMap((line) => {
      const [unit = "", ...forms] = line.trim().split(" ");
      const named = unit.replaceAll("|", " ");
      return [[unit, named] as const, ...forms.map((form) => [form, named] as const)];
    }),
);
