import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node of OpenSearch for tests and benchmarks, on the loopback address alone:
 * TestNode FOLDER NAME HTTP-PORT TRANSPORT-PORT [TRANSPORT-PORT OF ANOTHER]... It ends when its
 * standard input does, so that it never outlives who started it.
 */
public final class TestNode extends Node {
    private TestNode(Environment environment) {
        super(environment, List.of(CommonAnalysisPlugin.class, Netty4Plugin.class, PainlessPlugin.class), false);
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        Settings.Builder settings = Settings.builder()
            .put("path.home", home.toString())
            .put("path.data", home.resolve("data").toString())
            .put("path.logs", home.resolve("logs").toString())
            .put("cluster.name", "telaah-test")
            .put("node.name", args[1])
            .put("network.host", "127.0.0.1")
            .put("http.port", args[2])
            .put("transport.port", args[3])
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("node.processors", 2)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("action.auto_create_index", false);
        if (args.length == 4) {
            settings.put("discovery.type", "single-node");
        } else {
            String[] hosts = new String[args.length - 3];
            for (int i = 3; i < args.length; i++) {
                hosts[i - 3] = "127.0.0.1:" + args[i];
            }
            settings.putList("discovery.seed_hosts", hosts);
            settings.putList("cluster.initial_cluster_manager_nodes", "node-1", "node-2", "node-3");
        }
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
            settings.build(), java.util.Map.of(), home.resolve("config"), () -> args[1]);
        LogConfigurator.setNodeName(args[1]);
        TestNode node = new TestNode(environment);
        node.start();
        System.out.println("started");
        CountDownLatch end = new CountDownLatch(1);
        new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                }
            } catch (java.io.IOException gone) {
                // as the end of it
            }
            end.countDown();
        }).start();
        end.await();
        node.close();
    }
}
