"""Who runs the steps where: in this process, in several, or on Apache Spark. The logic is the same, written once."""
