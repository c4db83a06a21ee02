use outside_renamed::{Trouble, Weather, local, shadowed};

fn print(json: Vec<u8>) {
    println!("{}", String::from_utf8(json).expect("UTF-8"));
}

fn main() {
    for code in Trouble::ALL {
        println!("{code} {code:?} {}", code.description("de"));
        print(code.body().station("St Ives").to_json());
    }
    println!("{:?}", Weather::CATALOG.title("en"));
    print(Trouble::NoWind.body().place("Leeds").station("no").to_json());
    print(local());
    print(shadowed::QueueCode::QueueFull.body().to_json());
    let error = shadowed::Errors::QueueFull { name: 7 };
    println!("{error} {error:?} {:?}", error.code());
    print(error.body().to_json());
}
