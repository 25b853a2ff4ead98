"""The words the guard knows: data, no rules."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN"})
"""How a query, each part of a union and each subquery begins."""

REFUSED = _words(
    """CREATE MERGE DELETE DETACH NODETACH SET REMOVE FOREACH INSERT UPSERT UPDATE TRUNCATE DROP ALTER RENAME GRANT DENY REVOKE
    START STOP SHOW TERMINATE ENABLE DISABLE DRYRUN DEALLOCATE REALLOCATE LOAD CSV IMPORT EXPORT BACKUP RESTORE PERIODIC COMMIT
    ROLLBACK TRANSACTIONS TRANSACTION YIELD USE EXPLAIN PROFILE CYPHER PROCEDURE PROCEDURES DATABASE DATABASES FINISH"""
)
NAMESPACES = frozenset({"APOC", "DBMS", "DB", "GDS", "GENAI", "GRAPH", "TX", "SQL"})

FUNCTIONS = _words(
    """ABS ALL ANY ATAN2 AVG CEIL CEILING CHAR_LENGTH COALESCE COLLECT COUNT DATE DEGREES DURATION ENDNODE EXISTS EXP FLOOR HEAD
    HAVERSIN ISEMPTY KEYS LABELS LAST LEFT LENGTH LOCALDATETIME LOG LOG10 LOWER LTRIM MAX MIN NODES NONE NULLIF PERCENTILECONT
    PERCENTILEDISC POINT RADIANS RANGE REDUCE RELATIONSHIPS REPLACE REVERSE RIGHT ROUND RTRIM SHORTESTPATH ALLSHORTESTPATHS SIGN
    SIN COS TAN ASIN ACOS SINGLE SIZE SPLIT SQRT STARTNODE STDEV STDEVP SUBSTRING SUM TAIL TOBOOLEAN TOFLOAT TOINTEGER TOLOWER
    TOSTRING TOUPPER TRIM TYPE UPPER"""
)
"""What may stand before a bracket. Neither chance nor clock is among them: the same graph gives the same answer."""

NAMESPACED = frozenset(
    {("DURATION", "INDAYS"), ("DURATION", "BETWEEN"), ("DURATION", "INSECONDS"), ("DURATION", "INMONTHS")}
    | {(kind, "TRUNCATE") for kind in ("DATE", "LOCALDATETIME")}
    | {("POINT", "DISTANCE")}
)
BEFORE_BRACKET = _words(
    """MATCH OPTIONAL WITH UNWIND RETURN WHERE AND OR XOR NOT IN AS CASE WHEN THEN ELSE ORDER BY DISTINCT SKIP LIMIT CALL UNION
    IS CONTAINS"""
)
"""Keywords after which a bracket opens no function."""

SUBQUERIES = frozenset({"CALL", "EXISTS", "COUNT", "COLLECT"})

PARTS = _words(
    """year quarter month week weekYear day dayOfWeek weekDay dayOfQuarter quarterDay dayOfYear ordinalDay hour minute second
    millisecond microsecond nanosecond years quarters months weeks days hours minutes seconds milliseconds microseconds
    nanoseconds quartersOfYear monthsOfQuarter monthsOfYear daysOfWeek minutesOfHour secondsOfMinute epochSeconds epochMillis
    x y z latitude longitude height crs srid"""
)
"""What stands after the point of a time, a duration or a place, and is no property of the schema."""
