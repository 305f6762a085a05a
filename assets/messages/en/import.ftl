# What the command line says while it imports.

import-progress = Read so far: { $count }
import-done = Imported: { $count }.
import-tried = Read: { $count }, without a fault. This was a trial; nothing was written.
import-fault = Row { $row }, { $column }: { $reason }
import-fault-cell = Sheet “{ $sheet }” { $cell } ({ $content }): { $reason }
error-unknown-mapping = The book keeps no mapping called “{ $mapping }”. Check the name, or give a .toml file.
