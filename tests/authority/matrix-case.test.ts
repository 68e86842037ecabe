// Who may do what on a case: everything that staff record, and what the sides answer.
import { matrix, onCase } from './matrix.ts'

matrix(onCase)
