import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j server without authentication on loopback: java -cp 'lib/*' Server.java FOLDER PORT. It ends with its input. */
public class Server {
    /** Two logs of 256 MB each lie there from the start, and as much again for each of both that is full: tests keep none. */
    static final Map<String, String> SMALL = Map.of(
            "db.tx_log.preallocate", "false",
            "db.tx_log.rotation.size", "16M",
            "db.tx_log.rotation.retention_policy", "keep_none",
            "db.checkpoint.interval.time", "1m");

    public static void main(String[] arguments) throws Exception {
        var service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
                .setConfigRaw(SMALL)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 64L * 1024 * 1024)
                .build();
        while (System.in.read() >= 0) {}
        service.shutdown();
    }
}
