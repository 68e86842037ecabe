export const CHECKED: { [period: string]: { [figure: string]: number | [number, number] } } = {}
