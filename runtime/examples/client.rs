//! A client that pays, and a server on this machine that is not always up to it.
//! `cargo run --example client --features reqwest`

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::reqwest::RetryPolicy;
use reqwest::Client;

#[derive(ApiErrorCatalog)]
#[catalog("examples/wallet.toml")]
enum Wallet {}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let server = format!("http://{}", serve()?);
    let client = Client::builder().no_proxy().build()?;

    let response = client.get(format!("{server}/balance")).send().await?;
    let error = Wallet::check(response).await.expect_err("an error");
    println!("{error}\n  code: {:?}, retry: {:?}", error.code(), error.retry());

    // 502: nobody knows whether it was paid. It is sent again because the API knows it by its key.
    let payment = client.post(format!("{server}/payments")).header("Idempotency-Key", "pay_7");
    let response = Wallet::send(payment, &RetryPolicy::new()).await?;
    println!("{}, and paid once", response.status());

    let payment = client.post(format!("{server}/payments-without-key"));
    let error = Wallet::send(payment, &RetryPolicy::new()).await.expect_err("an error");
    println!("{error}\n  attempts: {}, effect: {}", error.attempts(), error.effect());

    // This error says that nothing was paid.
    let payment = client.post(format!("{server}/payments-limited"));
    let response = Wallet::send(payment, &RetryPolicy::new()).await?;
    println!("{}, after the limit", response.status());
    Ok(())
}

/// Starts the server, on a port that is free.
fn serve() -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        let mut asked = Vec::new();
        for connection in listener.incoming().flatten() {
            let _ = answer(connection, &mut asked);
        }
    });
    Ok(address)
}

/// Answers a request by its path, and by whether it was asked before.
fn answer(mut connection: TcpStream, asked: &mut Vec<String>) -> std::io::Result<()> {
    let mut lines = BufReader::new(connection.try_clone()?.take(64 * 1024)).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let is_first = !asked.contains(&path);
    let (status, body) = match path.as_str() {
        "/balance" => (402, WalletCode::InsufficientFunds.body().account_id("acc_7").to_json()),
        "/payments-limited" if is_first => (429, WalletCode::LimitExceeded.body().to_json()),
        "/payments" | "/payments-without-key" if is_first => (502, b"<h1>Oh</h1>".to_vec()),
        _ => (200, b"{}".to_vec()),
    };
    asked.push(path);
    let length = body.len();
    write!(
        connection,
        "HTTP/1.1 {status} -\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    connection.write_all(&body)
}
