#!/usr/bin/env python3
"""Tag an archive of notes on a Spark cluster and keep what was seen as Parquet, one folder a month.

    spark-submit --files personas.config.json tag_notes.py 'hdfs:///notes/*/*.md' hdfs:///tagged \\
        --root hdfs:///  --config personas.config.json

Every executor needs Node 20 and this package on its PATH (or --command 'npx --yes personas'), the configuration, and, where there
are any, personas/corrections.jsonl beside it. Nothing else goes over the network.

Then, where the pages are made, with the same version of the package and the same configuration:

    personas ingest --from-tags 'tagged/records/**/*.parquet'
"""

import argparse
import json
import shlex
from urllib.parse import unquote, urlparse

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

RECORD = T.StructType(
    [
        T.StructField("kind", T.StringType()),
        T.StructField("file", T.StringType()),
        T.StructField("date", T.StringType()),
        T.StructField("account", T.StringType()),
        T.StructField("tag", T.StringType()),
        T.StructField("accepted", T.BooleanType()),
        T.StructField("persona", T.StringType()),
        T.StructField("theme", T.StringType()),
        T.StructField("message", T.StringType()),
    ]
)

THEMES = """
    SELECT s.persona, s.theme, s.tag, count(DISTINCT n.account) AS accounts, count(*) AS statements
    FROM records s JOIN records n ON n.kind = 'note' AND n.file = s.file
    WHERE s.kind = 'statement' AND s.accepted AND s.theme IS NOT NULL AND s.persona IS NOT NULL
    GROUP BY s.persona, s.theme, s.tag
    ORDER BY s.persona, accounts DESC, statements DESC, s.theme
"""


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notes", help="files, folders or patterns; with --table the name of a table with the columns path and text")
    parser.add_argument("out", help="folder for records/, themes/ and problems/, which are written anew")
    parser.add_argument("--table", action="store_true", help="the notes are a table")
    parser.add_argument("--root", default="", help="what is taken off the paths, so that they are as in the repository")
    parser.add_argument("--command", default="personas", help="how an executor starts the tool")
    parser.add_argument("--config", help="personas.config.json, as the executors see it")
    parser.add_argument("--codebook", help="personas/themes.yaml as the executors see it, for the themes table")
    parser.add_argument("--partitions", type=int, default=0, help="parts of the work; default: three for each core")
    return parser.parse_args()


def read_notes(spark, given):
    if given.table:
        return spark.table(given.notes).select("path", "text").rdd.map(lambda row: (row["path"], row["text"]))
    root = given.root
    files = spark.sparkContext.binaryFiles(given.notes, given.partitions or None)
    return files.map(lambda file: (relative(file[0], root), file[1].decode("utf-8", "replace")))


def relative(path, root):
    """hdfs://host/archive/notes/a.md → notes/a.md, where the root is hdfs://host/archive, /archive or file:/archive."""
    plain = unquote(urlparse(path).path) if "://" in path or path.startswith("file:") else path
    home = urlparse(root).path if ":" in root else root
    home = home.rstrip("/") + "/"
    return plain[len(home) :] if plain.startswith(home) else plain.lstrip("/")


def tool(given):
    """The command of the pipe. Exit code 1 means that a note could not be read, which its own line says; 2 fails the task."""
    command = f"{given.command} tag --stdin jsonl"
    if given.config:
        command += f" --config {shlex.quote(given.config)}"
    if given.codebook:
        command += f" --codebook {shlex.quote(given.codebook)}"
    return "sh -c " + shlex.quote(f"{command} || test $? -eq 1")


def main():
    given = options()
    spark = SparkSession.builder.appName("personas tag").getOrCreate()
    parts = given.partitions or 3 * spark.sparkContext.defaultParallelism
    lines = (
        read_notes(spark, given)
        .repartition(parts)
        .map(lambda note: json.dumps({"path": note[0], "text": note[1]}))
        .pipe(tool(given), checkCode=True)
    )
    seen = spark.createDataFrame(lines.map(lambda line: (line,)), "record string")
    fields = seen.withColumn("r", F.from_json("record", RECORD)).select("record", "r.*")
    # A person or statement has its note's month: what belongs together lies together.
    month = F.coalesce(F.substring("n.date", 1, 7), F.lit("undated"))
    fields = fields.persist()
    days = fields.where("kind = 'note'").select("file", "date").alias("n")
    records = fields.drop("date").alias("s").join(days, F.col("s.file") == F.col("n.file"), "left")
    records = records.select("s.*", "n.date", month.alias("month"))
    records.write.mode("overwrite").partitionBy("month").parquet(f"{given.out}/records")
    written = spark.read.parquet(f"{given.out}/records")
    written.createOrReplaceTempView("records")
    themes = spark.sql(THEMES)
    themes.coalesce(1).write.mode("overwrite").option("header", True).csv(f"{given.out}/themes")
    themes.show(40, truncate=False)
    problems = written.where("kind = 'problem'").groupBy("file", "message").count()
    problems.coalesce(1).write.mode("overwrite").option("header", True).csv(f"{given.out}/problems")
    notes = written.where("kind = 'note'").count()
    print(f"{notes} notes, {problems.count()} problems")
    spark.stop()


if __name__ == "__main__":
    main()
