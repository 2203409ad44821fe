module program {
    requires org.apache.commons.pool2;
    requires redis.clients.jedis;
}
