import java.nio.file.Path;
import org.neo4j.configuration.Config;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Given a neo4j.conf, reads it as the server does. Given also a folder and queries, runs them in a server so set up. */
public class Refusals {
    public static void main(String[] arguments) {
        var conf = Path.of(arguments[0]);
        try {
            Config.newBuilder().fromFile(conf).build();
        } catch (IllegalArgumentException refused) {
            System.out.println("refused: " + refused.getMessage());
            return;
        }
        System.out.println("accepted");
        if (arguments.length == 1) return;
        var server = new DatabaseManagementServiceBuilder(Path.of(arguments[1])).loadPropertiesFromFile(conf).build();
        for (int at = 2; at < arguments.length; at++) {
            try (var transaction = server.database("neo4j").beginTx()) {
                System.out.println("answered: " + transaction.execute(arguments[at]).resultAsString().replace('\n', ' '));
            } catch (RuntimeException failed) {
                System.out.println("failed: " + failed.getMessage());
            }
        }
        server.shutdown();
    }
}
