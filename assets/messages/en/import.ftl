# What the command line says while it imports.

import-progress = Read so far: { $count }
import-done = Imported: { $count }.
import-tried = Read: { $count }, without a fault. This was a trial; nothing was written.
import-fault = Row { $row }, { $column }: { $reason }
