/** The records in a Parquet file, as the Spark job in templates/spark writes them: one JSON record in the column `record` of each row. */
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { CannotRun, reasonOf } from '../failures.ts'

/** @yields the column of one row group after the other */
export async function* recordsOfParquet(path: string): AsyncGenerator<string[]> {
  try {
    const file = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(file)
    let rowStart = 0
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows)
      const rows = await parquetReadObjects({ file, metadata, columns: ['record'], rowStart, rowEnd })
      yield rows.map(({ record }) => String(record))
      rowStart = rowEnd
    }
  } catch (error) {
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}
